/* The converters of old character sets that Qt asks Windows for (in Windows 10 since 1703; Wine 8
   has none). This one knows no set at all: Qt then offers UTF-8 and its kin, which is all that the
   program uses. Lent to Wine for the trial, never shipped. */
#include <stdint.h>

#define LENT(type) __declspec(dllexport) type
enum { NO_SUCH_SET = 4 }; /* U_FILE_ACCESS_ERROR */

LENT(void *) ucnv_open(const char *name, int *error) { (void)name; *error = NO_SUCH_SET; return 0; }
LENT(void) ucnv_close(void *set) { (void)set; }
LENT(void) ucnv_reset(void *set) { (void)set; }
LENT(int8_t) ucnv_getMaxCharSize(void *set) { (void)set; return 1; }
LENT(const char *) ucnv_getName(void *set, int *error) { (void)set; *error = NO_SUCH_SET; return 0; }
LENT(int32_t) ucnv_countAvailable(void) { return 0; }
LENT(const char *) ucnv_getAvailableName(int32_t n) { (void)n; return 0; }
LENT(const char *) ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name; (void)standard; *error = NO_SUCH_SET; return 0;
}
#define NEVER_CALLED(name) LENT(void) name(void) {}
/* Only called with an open converter, and there is none. */
NEVER_CALLED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(ucnv_getToUCallBack)
NEVER_CALLED(ucnv_getFromUCallBack)
NEVER_CALLED(ucnv_setToUCallBack)
NEVER_CALLED(ucnv_setFromUCallBack)
NEVER_CALLED(ucnv_cbToUWriteUChars)
NEVER_CALLED(ucnv_cbFromUWriteUChars)
NEVER_CALLED(ucnv_toUnicode)
NEVER_CALLED(ucnv_fromUnicode)
NEVER_CALLED(ucnv_toUCountPending)
NEVER_CALLED(ucnv_fromUCountPending)
