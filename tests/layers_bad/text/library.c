#include <gsl/gsl_matrix.h> /* [ ; */
