package org.secondavis.clinic;

import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What lies in the database and is asked for on every page. It is read at times and
 * remembered in between, so that no page waits for it; while the database cannot be
 * reached, what was read last stays true.
 */
final class Remembered<T> {

	private static final Logger logger = LoggerFactory.getLogger(Remembered.class);

	private final Supplier<T> source;

	private volatile T value;

	/**
	 * Reads it for the first time.
	 * @param before what holds until it can be read
	 */
	Remembered(Supplier<T> source, T before) {
		this.source = source;
		this.value = before;
		readAgain();
	}

	T get() {
		return this.value;
	}

	void readAgain() {
		try {
			T read = this.source.get();
			if (!read.equals(this.value)) {
				this.value = read;
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The clinic's settings could not be read again: {}", ex.getClass().getSimpleName());
		}
	}

}
