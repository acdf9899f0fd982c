package org.secondavis.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Keeps content in a bucket, piece by piece as in the database: each piece is an object
 * of its own, under the id of the file and its number. So nobody who sends or fetches a
 * file over a slow line keeps a connection meanwhile, no more than a piece is ever held,
 * and what has arrived of a file can be seen and removed, which the parts of an
 * unfinished multipart upload cannot by everybody.
 */
class S3Store implements DocumentStore {

	/** The size of a piece in bytes. */
	static final int PIECE = 4 * 1024 * 1024;

	private static final byte[] NOTHING = {};

	private static final String MEDIA_TYPE = "application/octet-stream";

	private final S3Client s3;

	private final String bucket;

	S3Store(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	@Override
	public Store name() {
		return Store.S3;
	}

	@Override
	public OutputStream write(UUID file) {
		return new ChunkOutput(PIECE, (number, content) -> put(key(file, number), content));
	}

	@Override
	public InputStream read(UUID file) {
		return new ChunkInput((number) -> get(key(file, number)));
	}

	/** Removes all that there is of a file. */
	void remove(UUID file) {
		ask(() -> {
			this.s3.listObjectsV2Paginator((list) -> list.bucket(this.bucket).prefix(file + "/"))
				.contents()
				.forEach((object) -> this.s3.deleteObject((one) -> one.bucket(this.bucket).key(object.key())));
			return file;
		});
	}

	private void put(String key, byte[] content) {
		// made anew for each attempt, and not copied
		RequestBody body = RequestBody.fromContentProvider(() -> new ByteArrayInputStream(content), content.length,
				MEDIA_TYPE);
		ask(() -> this.s3.putObject((object) -> object.bucket(this.bucket).key(key), body));
	}

	private byte[] get(String key) {
		return ask(() -> {
			try {
				return this.s3.getObject((object) -> object.bucket(this.bucket).key(key),
						(response, content) -> content.readAllBytes());
			}
			catch (NoSuchKeyException ex) {
				return NOTHING;
			}
		});
	}

	private static <T> T ask(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (SdkException ex) {
			throw new StoreUnavailableException(ex);
		}
	}

	private static String key(UUID file, int number) {
		return "%s/%06d".formatted(file, number);
	}

}
