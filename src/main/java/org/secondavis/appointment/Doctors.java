package org.secondavis.appointment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.stereotype.Component;

/** Those who can see patients: the accounts of doctors. */
@Component
public class Doctors {

	private final StaffAccounts accounts;

	Doctors(StaffAccounts accounts) {
		this.accounts = accounts;
	}

	/** Those who can be chosen, by name. */
	List<Doctor> all() {
		return this.accounts.findAllByOrderByName()
			.stream()
			.filter((account) -> account.getRole() == Role.DOCTOR && !account.isLocked())
			.map((account) -> new Doctor(account.getId(), account.getName()))
			.toList();
	}

	/**
	 * How patients know a doctor whom they are to meet, whatever became of the account.
	 */
	public Optional<String> nameOf(UUID doctor) {
		return this.accounts.findById(doctor).map(StaffAccount::getName);
	}

	/**
	 * A doctor.
	 *
	 * @param id the account
	 * @param name how colleagues and patients call them
	 */
	record Doctor(UUID id, String name) {
	}

}
