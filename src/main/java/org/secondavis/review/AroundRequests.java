package org.secondavis.review;

import java.util.List;
import java.util.UUID;

import org.secondavis.request.SecondOpinionRequest;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What lies around a request in other modules; see {@link Happenings}. */
interface AroundRequests extends Repository<SecondOpinionRequest, UUID> {

	/** Each of the appointments beside each of the traces of the opinion. */
	@Query("""
			select a, t from SecondOpinionRequest r left join Appointment a on a.requestId = r.id
			left join fetch a.times left join fetch a.acts left join OpinionTrace t on t.requestId = r.id
			where r.id = :request order by a.createdAt, t.at""")
	List<Object[]> find(UUID request);

}
