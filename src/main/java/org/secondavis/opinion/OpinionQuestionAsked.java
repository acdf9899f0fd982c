package org.secondavis.opinion;

import java.util.UUID;

/**
 * A patient has asked something about the opinion.
 *
 * @param requestId the request
 * @param questionId the question
 */
public record OpinionQuestionAsked(UUID requestId, UUID questionId) {
}
