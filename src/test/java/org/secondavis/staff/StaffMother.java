package org.secondavis.staff;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Makes accounts for tests, each with an address of its own. */
public final class StaffMother {

	public static final String PASSWORD = "quatre mots bien choisis";

	public static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

	private static final AtomicInteger COUNT = new AtomicInteger();

	private StaffMother() {
	}

	public static StaffAccount aMember(Role role) {
		return StaffAccount.withPassword(anAddress(), "Anne O’Brien", role, HASH, Instant.EPOCH);
	}

	static StaffAccount anInvitedMember(Role role) {
		return StaffAccount.invited(anAddress(), "Paul Petit", role, Instant.EPOCH);
	}

	static String anAddress() {
		return "personne" + COUNT.incrementAndGet() + "@tilleuls.example";
	}

}
