// Generated from the API document by `make gen`. Do not edit.

/** The version of the package and of the API document that it was made from. */
export const VERSION = "0.1.0";
