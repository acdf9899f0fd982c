package org.secondavis.staff;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.aMember;
import static org.secondavis.staff.StaffMother.anAddress;

class AccountAdministrationTests extends HttpTest {

	@Autowired
	private AccountAdministration administration;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void ofTwoAdministratorsWhoLockEachOtherOneRemains() throws Exception {
		this.jdbc.sql("truncate staff_account cascade").update();
		StaffAccount first = this.accounts.save(aMember(Role.ADMIN));
		StaffAccount second = this.accounts.save(aMember(Role.ADMIN));
		List<String> outcomes = atOnce(() -> lock(first.getId(), second), () -> lock(second.getId(), first));
		assertThat(outcomes).containsExactlyInAnyOrder("done", "accounts.last");
		assertThat(this.accounts.countActive(Role.ADMIN)).isEqualTo(1);
	}

	@Test
	void anAddressThatIsInvitedTwiceAtOnceGetsOneAccount() throws Exception {
		String address = anAddress();
		List<Boolean> outcomes = atOnce(() -> this.administration.invite(address, "Zoë", Role.DOCTOR),
				() -> this.administration.invite(address, "Zoë", Role.DOCTOR));
		assertThat(outcomes).containsExactlyInAnyOrder(true, false);
	}

	private String lock(UUID id, StaffAccount by) {
		try {
			this.administration.lock(id, 0, StaffMember.of(by));
			return "done";
		}
		catch (AccountRefusedException ex) {
			return ex.messageKey();
		}
	}

	private static <T> List<T> atOnce(Callable<T> one, Callable<T> other)
			throws InterruptedException, ExecutionException {
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			Future<T> first = both.submit(one);
			Future<T> second = both.submit(other);
			return List.of(first.get(), second.get());
		}
		finally {
			both.shutdown();
		}
	}

}
