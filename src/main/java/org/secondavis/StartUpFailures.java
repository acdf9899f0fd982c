package org.secondavis;

import java.util.Optional;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.secondavis.encryption.InvalidKeysException;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Says in one sentence why the application does not start, where the operator can do
 * something about it; leaves everything else to Spring Boot.
 */
@Order(0)
class StartUpFailures implements SpringBootExceptionReporter {

	private static final Log logger = LogFactory.getLog(StartUpFailures.class);

	private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");

	@Override
	public boolean reportException(Throwable failure) {
		Optional<String> sentence = sentence(failure);
		sentence.ifPresent(logger::error);
		return sentence.isPresent();
	}

	/** The innermost cause that we know is the most precise. */
	private static Optional<String> sentence(@Nullable Throwable failure) {
		if (failure == null) {
			return Optional.empty();
		}
		return sentence(failure.getCause()).or(() -> Optional.ofNullable(ownSentence(failure)));
	}

	private static @Nullable String ownSentence(Throwable failure) {
		if (failure instanceof StartUpException) {
			return failure.getMessage();
		}
		if (failure instanceof BindValidationException invalid) {
			return invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map((error) -> sentence(invalid.getValidationErrors().getName().toString(), error))
				.findFirst()
				.orElse(null);
		}
		if (failure instanceof BindException unreadable) {
			return new Setting(unreadable.getName().toString()).wrong();
		}
		if (failure instanceof InvalidConfigurationPropertyValueException invalid) {
			return new Setting(invalid.getName()).wrong();
		}
		if (failure instanceof InvalidKeysException) {
			return new Setting("secondavis.encryption.keys").wrong(failure.getMessage());
		}
		if (failure instanceof PortInUseException taken) {
			return "Port %d is in use: stop the other program or set server.port to another number."
				.formatted(taken.getPort());
		}
		return null;
	}

	private static String sentence(String prefix, ObjectError error) {
		String field = (error instanceof FieldError fieldError)
				? "." + DataObjectPropertyName.toDashedForm(fieldError.getField()) : "";
		Setting setting = new Setting(prefix + field);
		return MISSING.contains(error.getCode()) ? setting.missing() : setting.wrong();
	}

}
