package org.secondavis.document;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps content in PostgreSQL, piece by piece: one backup holds all, and what is erased
 * takes its files along. Each piece is a statement of its own, so that nobody who sends
 * or fetches a file over a slow line keeps a connection meanwhile.
 */
@Component
class DatabaseStore implements DocumentStore {

	/** The size of a piece in bytes. */
	static final int CHUNK = 256 * 1024;

	private final JdbcClient jdbc;

	DatabaseStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Store name() {
		return Store.DATABASE;
	}

	@Override
	public OutputStream write(UUID file) {
		return new ChunkOutput(CHUNK, (number, content) -> insert(file, number, content));
	}

	@Override
	public InputStream read(UUID file) {
		return new ChunkInput((number) -> select(file, number));
	}

	private void insert(UUID file, int number, byte[] content) {
		this.jdbc.sql("insert into file_chunk (file_id, number, content) values (:file, :number, :content)")
			.param("file", file)
			.param("number", number)
			.param("content", content)
			.update();
	}

	private byte[] select(UUID file, int number) {
		return this.jdbc.sql("select content from file_chunk where file_id = :file and number = :number")
			.param("file", file)
			.param("number", number)
			.query((row, index) -> row.getBytes("content"))
			.optional()
			.orElse(new byte[0]);
	}

}
