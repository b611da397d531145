package io.stacgenerator.gcs;

/**
 * What a page of a listing has.
 *
 * @param name the name of an object, or what several names start with
 * @param prefix whether it is the start of several names
 */
record ListedObject(String name, boolean prefix) {}
