package org.secondavis.clinic;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** All that is set in the pages. There is a group for each prefix from the beginning. */
public interface SettingGroups extends Repository<SettingGroup, String> {

	/** The group with all that is set in it. */
	@EntityGraph(attributePaths = "set")
	SettingGroup findByPrefix(String prefix);

	SettingGroup save(SettingGroup group);

}
