#include <stdio.h>
#include "base/buf.h"
#include "tenor/tenor.h"
#include <utf8proc.h>
