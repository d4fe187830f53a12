#include "rank/rank.h"
