package org.secondavis.openid;

/**
 * A provider that staff can sign in by.
 *
 * @param id what the settings call it
 * @param name what staff call it
 */
record Provider(String id, String name) {
}
