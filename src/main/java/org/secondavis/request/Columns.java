package org.secondavis.request;

import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** How the value objects of this module stand in a column. */
final class Columns {

	private Columns() {
	}

	@Converter(autoApply = true)
	static class ReferenceColumn implements AttributeConverter<@Nullable Reference, @Nullable String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable Reference reference) {
			return (reference != null) ? reference.value() : null;
		}

		@Override
		public @Nullable Reference convertToEntityAttribute(@Nullable String column) {
			return (column != null) ? new Reference(column) : null;
		}

	}

	@Converter(autoApply = true)
	static class PhoneColumn implements AttributeConverter<@Nullable Phone, @Nullable String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable Phone phone) {
			return (phone != null) ? phone.value() : null;
		}

		@Override
		public @Nullable Phone convertToEntityAttribute(@Nullable String column) {
			return (column != null) ? new Phone(column) : null;
		}

	}

	@Converter(autoApply = true)
	static class EmailAddressColumn implements AttributeConverter<@Nullable EmailAddress, @Nullable String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable EmailAddress email) {
			return (email != null) ? email.value() : null;
		}

		@Override
		public @Nullable EmailAddress convertToEntityAttribute(@Nullable String column) {
			return (column != null) ? new EmailAddress(column) : null;
		}

	}

	@Converter(autoApply = true)
	static class StaffIdColumn implements AttributeConverter<@Nullable StaffId, @Nullable UUID> {

		@Override
		public @Nullable UUID convertToDatabaseColumn(@Nullable StaffId staff) {
			return (staff != null) ? staff.value() : null;
		}

		@Override
		public @Nullable StaffId convertToEntityAttribute(@Nullable UUID column) {
			return (column != null) ? new StaffId(column) : null;
		}

	}

	@Converter(autoApply = true)
	static class LocaleColumn implements AttributeConverter<@Nullable Locale, @Nullable String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable Locale locale) {
			return (locale != null) ? locale.toLanguageTag() : null;
		}

		@Override
		public @Nullable Locale convertToEntityAttribute(@Nullable String column) {
			return (column != null) ? Locale.forLanguageTag(column) : null;
		}

	}

}
