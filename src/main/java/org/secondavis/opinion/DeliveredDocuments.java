package org.secondavis.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;

/** Hands out the documents that patients and their doctors have, for exports. */
@Component
public class DeliveredDocuments {

	// what is made before the delivery is nobody's yet, and the treating doctor's version
	// stays here when the patient has had second thoughts
	private static final String OF_REQUEST = """
			select d.id, d.audience, d.addendum_id is not null as addendum, d.made_at, d.content
			from opinion_document d
			join opinion o on o.id = d.opinion_id
			left join addendum a on a.id = d.addendum_id
			where o.request_id = :request and o.delivered_at is not null
			    and (d.addendum_id is null or a.delivered_at is not null)
			    and (d.audience = 'PATIENT' or o.doctor_agreed)
			order by d.made_at, d.id
			""";

	private final JdbcClient jdbc;

	private final Vault vault;

	DeliveredDocuments(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	/** All of a request, the oldest first, those too that cannot be opened. */
	public List<DeliveredDocument> of(UUID request) {
		return this.jdbc.sql(OF_REQUEST).param("request", request).query((row, number) -> document(row)).list();
	}

	private DeliveredDocument document(ResultSet row) throws SQLException {
		return new DeliveredDocument(row.getString("audience").equals("DOCTOR"), row.getBoolean("addendum"),
				row.getObject("made_at", OffsetDateTime.class).toInstant(), content(row));
	}

	private byte[] content(ResultSet row) throws SQLException {
		try {
			return this.vault.open(row.getBytes("content"), byte[].class,
					new Place("opinion_document", "content", row.getObject("id", UUID.class)));
		}
		catch (UnreadableException ex) {
			return new byte[0];
		}
	}

}
