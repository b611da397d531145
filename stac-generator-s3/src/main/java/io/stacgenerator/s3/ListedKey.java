package io.stacgenerator.s3;

/**
 * What a page of a listing has.
 *
 * @param key a key, or what several keys start with
 * @param prefix whether it is the start of several keys
 */
record ListedKey(String key, boolean prefix) {}
