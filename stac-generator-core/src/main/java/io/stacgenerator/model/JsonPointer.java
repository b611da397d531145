package io.stacgenerator.model;

/**
 * JSON pointers by RFC 6901, by which faults and warnings say where they are.
 *
 * @since 0.1.0
 */
public final class JsonPointer {

    private JsonPointer() {}

    /**
     * Points to a member of an object.
     *
     * @param parent the pointer to the object
     * @param member the name of the member
     * @return the pointer to the member
     */
    public static String to(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Points to an element of an array.
     *
     * @param parent the pointer to the array
     * @param index the index of the element, from 0
     * @return the pointer to the element
     */
    public static String to(String parent, int index) {
        return parent + "/" + index;
    }
}
