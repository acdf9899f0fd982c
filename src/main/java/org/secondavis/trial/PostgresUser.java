package org.secondavis.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;
import org.apache.commons.lang3.SystemUtils;
import org.jspecify.annotations.Nullable;

import org.secondavis.StartUpException;

/**
 * As whom PostgreSQL runs. It refuses root, so that root's trial starts it in a user
 * namespace of its own or, where a container forbids that, as nobody.
 *
 * @param prefix what stands before a command
 * @param owner the user who must own the database's files, if not simply the present one
 */
record PostgresUser(List<String> prefix, @Nullable Integer owner) {

	private static final int ROOT = 0;

	private static final int NOBODY = 65534;

	private static final PostgresUser OURSELVES = new PostgresUser(List.of(), null);

	private static final PostgresUser NAMESPACE = new PostgresUser(List.of("unshare", "--user"), ROOT);

	/**
	 * Nobody, who may still read and write what root may, because the data often lies in
	 * root's home. The secure bit makes this count where a program only asks whether it
	 * may.
	 */
	private static final PostgresUser SOMEBODY_ELSE = new PostgresUser(
			List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups",
					"--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
			NOBODY);

	static PostgresUser find() {
		if (SystemUtils.IS_OS_WINDOWS || new UnixSystem().getUid() != ROOT) {
			return OURSELVES;
		}
		return Stream.of(NAMESPACE, SOMEBODY_ELSE)
			.filter(PostgresUser::isNotRoot)
			.findFirst()
			.orElseThrow(() -> new StartUpException("PostgreSQL does not run as root, and neither unshare nor setpriv "
					+ "works here: start Second Avis as an ordinary user."));
	}

	private boolean isNotRoot() {
		try {
			Process process = new ProcessBuilder(command("id", "-u")).redirectErrorStream(true).start();
			String id = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
			return process.waitFor() == 0 && !id.equals("0");
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	List<String> command(String... command) {
		return Stream.concat(this.prefix.stream(), Stream.of(command)).toList();
	}

	/** Hands over files that another kind of start left behind. */
	void own(Path folder) throws IOException {
		if (this.owner != null && !this.owner.equals(Files.getAttribute(folder, "unix:uid"))) {
			try (Stream<Path> paths = Files.walk(folder)) {
				for (Path path : (Iterable<Path>) paths::iterator) {
					Files.setAttribute(path, "unix:uid", this.owner);
				}
			}
		}
	}

}
