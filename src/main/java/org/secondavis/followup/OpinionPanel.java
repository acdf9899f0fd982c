package org.secondavis.followup;

/**
 * What the follow-up page says of an opinion that was delivered.
 *
 * @param byPost whether it comes by post
 * @param readable whether a code can be mailed, and so the opinion be read here
 * @param unread how much has followed it that the patient has not seen
 */
record OpinionPanel(boolean byPost, boolean readable, int unread) {
}
