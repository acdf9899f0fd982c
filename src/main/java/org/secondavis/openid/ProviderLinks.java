package org.secondavis.openid;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.staff.SafetyChanged;
import org.secondavis.staff.SafetyChanged.What;

/** Which identities at providers open which accounts: one of each provider at most. */
@Component
class ProviderLinks {

	private final JdbcClient jdbc;

	private final Providers providers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProviderLinks(JdbcClient jdbc, Providers providers, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.providers = providers;
		this.events = events;
		this.clock = clock;
	}

	/** The account that an identity opens. */
	Optional<UUID> accountOf(ProviderIdentity identity) {
		return this.jdbc.sql("select account_id from provider_link where issuer = ? and subject = ?")
			.params(identity.issuer(), identity.subject())
			.query(UUID.class)
			.optional();
	}

	/** Those of an account, the latest last. */
	public List<ProviderLink> of(UUID accountId) {
		return this.jdbc
			.sql("select id, provider, issuer, linked_at from provider_link where account_id = ? order by linked_at")
			.param(accountId)
			.query((row, number) -> new ProviderLink(row.getObject("id", UUID.class), row.getString("provider"),
					this.providers.nameOf(row.getString("provider"), row.getString("issuer")),
					row.getTimestamp("linked_at").toInstant()))
			.list();
	}

	/** The providers of which these are none. */
	public List<Provider> others(List<ProviderLink> links) {
		Set<String> linked = links.stream().map(ProviderLink::provider).collect(Collectors.toSet());
		return this.providers.all().stream().filter((provider) -> !linked.contains(provider.id())).toList();
	}

	/**
	 * Has an identity open an account from now on.
	 * @return whether it did not open one before, nor another of this provider the
	 * account
	 */
	@Transactional
	boolean add(UUID accountId, ProviderIdentity identity) {
		boolean added = this.jdbc.sql("""
				insert into provider_link (id, account_id, provider, issuer, subject, linked_at)
				values (:id, :account, :provider, :issuer, :subject, :now) on conflict do nothing
				""")
			.param("id", UuidCreator.getTimeOrderedEpoch())
			.param("account", accountId)
			.param("provider", identity.provider())
			.param("issuer", identity.issuer())
			.param("subject", identity.subject())
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
		if (added) {
			this.events.publishEvent(new SafetyChanged(accountId, accountId, What.PROVIDER_LINKED));
		}
		return added;
	}

	/** Removes one of the owner's; somebody else's stays. */
	@Transactional
	void remove(UUID accountId, UUID id) {
		if (this.jdbc.sql("delete from provider_link where account_id = ? and id = ?")
			.params(accountId, id)
			.update() == 1) {
			this.events.publishEvent(new SafetyChanged(accountId, accountId, What.PROVIDER_UNLINKED));
		}
	}

	/** An administrator takes away what a colleague signs in with. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(SafetyChanged event) {
		if (event.what() == What.PROVIDERS_RESET) {
			this.jdbc.sql("delete from provider_link where account_id = ?").param(event.accountId()).update();
		}
	}

}
