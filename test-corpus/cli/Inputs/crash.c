int before;
#pragma clang __debug parser_crash
int after;
