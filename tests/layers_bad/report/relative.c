#include "../base/buf.h"
