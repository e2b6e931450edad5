/* Every Windows 10 has this library and Wine 8 does not; Rust's standard library asks for it.
   Lent to Wine for the trial, never shipped. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* advapi32: RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    while (length) {
        ULONG some = length > 0x10000 ? 0x10000 : (ULONG)length;
        if (!SystemFunction036(buffer, some))
            return FALSE;
        buffer += some;
        length -= some;
    }
    return TRUE;
}
