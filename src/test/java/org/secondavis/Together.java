package org.secondavis;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/**
 * What several people or instances do at the same time, each in a thread of its own. What
 * fails there fails the test, and so does what has not ended after a minute: the failure
 * then says where it stands.
 */
public final class Together {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private Together() {
	}

	/** Starts all of it at one moment; what came of it, in the same order. */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public static <T> List<T> atOnce(Callable<T>... works) {
		return atOnce(List.of(works));
	}

	/** So many do the same at one moment. */
	public static <T> List<T> atOnce(int many, Callable<T> work) {
		return atOnce(Collections.nCopies(many, work));
	}

	/** So many do the same at one moment. */
	public static void atOnce(int many, StatementCount.Work work) {
		atOnce(many, withResult(work));
	}

	/** Starts all of it at one moment; what came of it, in the same order. */
	public static <T> List<T> atOnce(List<Callable<T>> works) {
		CyclicBarrier start = new CyclicBarrier(works.size());
		List<Elsewhere<T>> running = works.stream().map((work) -> meanwhile(() -> {
			start.await();
			return work.call();
		})).toList();
		// one that fails leaves no other running into the next test
		running.forEach(Elsewhere::awaitEnd);
		return running.stream().map(Elsewhere::result).toList();
	}

	/** Begins something while the test goes on, within a transaction for instance. */
	public static <T> Elsewhere<T> meanwhile(Callable<T> work) {
		return new Elsewhere<>(work, PATIENCE);
	}

	/** Begins something while the test goes on, within a transaction for instance. */
	public static Elsewhere<String> meanwhile(StatementCount.Work work) {
		return meanwhile(withResult(work));
	}

	private static Callable<String> withResult(StatementCount.Work work) {
		return () -> {
			work.run();
			return "done";
		};
	}

	/**
	 * Work in another thread.
	 *
	 * @param <T> what comes of it
	 */
	public static final class Elsewhere<T> {

		private final FutureTask<T> task;

		private final Thread thread;

		private final Duration patience;

		Elsewhere(Callable<T> work, Duration patience) {
			this.task = new FutureTask<>(work);
			this.thread = new Thread(this.task, "elsewhere");
			this.patience = patience;
			this.thread.setDaemon(true);
			this.thread.start();
		}

		/** Waits until this is so, or until the work has ended before it was. */
		public void awaitEndOr(BooleanSupplier reached) {
			long begun = System.nanoTime();
			while (!this.task.isDone() && !reached.getAsBoolean()) {
				if (System.nanoTime() - begun > this.patience.toNanos()) {
					throw tooLong();
				}
				Thread.onSpinWait();
			}
		}

		/** What came of it, once it has ended. */
		public T result() {
			awaitEnd();
			try {
				return this.task.get();
			}
			catch (ExecutionException ex) {
				throw new AssertionError("Failed elsewhere: " + ex.getCause(), ex.getCause());
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void awaitEnd() {
			try {
				this.thread.join(this.patience.toMillis());
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			if (this.thread.isAlive()) {
				throw tooLong();
			}
		}

		private AssertionError tooLong() {
			AssertionError error = new AssertionError(
					"Not ended after %s; it stands as below".formatted(this.patience));
			Throwable place = new Throwable("elsewhere");
			place.setStackTrace(this.thread.getStackTrace());
			error.initCause(place);
			this.thread.interrupt();
			return error;
		}

	}

}
