package org.secondavis.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All prepared texts in a clinic's own words. */
interface StoredTexts extends Repository<PreparedText, UUID> {

	PreparedText saveAndFlush(PreparedText text);

	List<PreparedText> findAllByOrderByName();

	List<PreparedText> findByTopic(String topic);

	Optional<PreparedText> findByTopicAndLanguage(String topic, String language);

	@Query("select distinct new org.secondavis.conversation.OwnTopic(t.topic, t.name) from PreparedText t "
			+ "where t.name is not null order by t.name")
	List<OwnTopic> findOwnTopics();

	void deleteAll(Iterable<? extends PreparedText> texts);

}
