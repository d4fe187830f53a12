# A C identifier for a path. The hash keeps a-b.tsv and a_b.tsv apart.
function(tenor_embed_symbol out path)
    string(MAKE_C_IDENTIFIER ${path} symbol)
    string(SHA256 hash ${path})
    string(SUBSTRING ${hash} 0 8 hash)
    set(${out} ${symbol}_${hash} PARENT_SCOPE)
endfunction()
