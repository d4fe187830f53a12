#include <stdio.h>
#include <utf8proc.h>
#include "base/buf.h"
#include "tenor/tenor.h"
