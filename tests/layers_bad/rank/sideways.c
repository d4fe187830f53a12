#include "tone/tone.h"
