package org.secondavis.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All accounts of the clinic's staff. */
public interface StaffAccounts extends Repository<StaffAccount, UUID> {

	StaffAccount save(StaffAccount account);

	Optional<StaffAccount> findById(UUID id);

	/** Upper and lower case are the same in a sign-in name. */
	@Query("from StaffAccount where lower(email) = lower(:email)")
	Optional<StaffAccount> findByEmail(String email);

	/** The account that somebody means who typed this, odd signs and all. */
	default Optional<StaffAccount> findBySignInName(String typed) {
		return findByEmail(Typed.line(typed));
	}

	List<StaffAccount> findAllByOrderByName();

	long count();

	/** How many can sign in in this role. */
	@Query("select count(*) from StaffAccount where role = :role and not locked and passwordHash is not null")
	long countActive(Role role);

	/**
	 * Has others wait until the transaction ends before they change any account, for a
	 * rule that concerns all of them. Whoever reads need not wait.
	 */
	@Modifying
	@Query(value = "lock table staff_account in share row exclusive mode", nativeQuery = true)
	void changeOneAtATime();

}
