package org.secondavis.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Several clients at once, each of which does the same thing over and over for a time. A
 * client finishes what it has begun, so that nothing is left half done.
 *
 * @param clients how many there are
 * @param time how long they go on
 */
record Load(int clients, Duration time) {

	/**
	 * Lets the clients act and measures how long each act takes.
	 * @param what the name of what they do
	 * @param act what they do; {@code false} when there was nothing left to do
	 */
	Measured measure(String what, Act act) throws InterruptedException, ExecutionException {
		ExecutorService executor = Executors.newFixedThreadPool(this.clients);
		try {
			AtomicInteger errors = new AtomicInteger();
			long start = System.nanoTime();
			Callable<LongStream> client = () -> repeat(act, start, errors);
			LongStream nanos = LongStream.empty();
			for (Future<LongStream> done : executor.invokeAll(Collections.nCopies(this.clients, client))) {
				nanos = LongStream.concat(nanos, done.get());
			}
			return Measured.of(what, this.clients, Duration.ofNanos(System.nanoTime() - start), nanos, errors.get());
		}
		finally {
			executor.shutdown();
		}
	}

	private LongStream repeat(Act act, long start, AtomicInteger errors) throws InterruptedException {
		LongStream.Builder nanos = LongStream.builder();
		boolean more = true;
		while (more && System.nanoTime() - start < this.time.toNanos()) {
			long before = System.nanoTime();
			try {
				more = act.perform();
				if (more) {
					nanos.add(System.nanoTime() - before);
				}
			}
			catch (IOException | IllegalStateException ex) {
				if (errors.getAndIncrement() == 0) {
					System.err.println("benchmark: " + ex.getMessage());
				}
			}
		}
		return nanos.build();
	}

	/** What a client does over and over. */
	@FunctionalInterface
	interface Act {

		boolean perform() throws IOException, InterruptedException;

	}

}
