/* Rust's standard library takes its random numbers from here. Wine before 9 has
 * the function under its older name only, in another library. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID to, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T length)
{
    return SystemFunction036(to, (ULONG)length);
}
