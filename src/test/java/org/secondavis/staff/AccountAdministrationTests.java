package org.secondavis.staff;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
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
	void ofTwoAdministratorsWhoLockEachOtherOneRemains() {
		this.jdbc.sql("truncate staff_account cascade").update();
		StaffAccount first = this.accounts.save(aMember(Role.ADMIN));
		StaffAccount second = this.accounts.save(aMember(Role.ADMIN));
		List<String> outcomes = atOnce(() -> lock(first.getId(), second), () -> lock(second.getId(), first));
		assertThat(outcomes).containsExactlyInAnyOrder("done", "accounts.last");
		assertThat(this.accounts.countActive(Role.ADMIN)).isEqualTo(1);
	}

	@Test
	void anAddressThatIsInvitedTwiceAtOnceGetsOneAccount() {
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

}
