package org.secondavis.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.springframework.util.unit.DataSize;

/** A limit that pages say in whole megabytes. */
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AtLeastOneMegabyte.Validator.class)
@interface AtLeastOneMegabyte {

	String message() default "must be 1MB or more";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Compares. */
	class Validator implements ConstraintValidator<AtLeastOneMegabyte, DataSize> {

		@Override
		public boolean isValid(DataSize size, ConstraintValidatorContext context) {
			return size.toMegabytes() > 0;
		}

	}

}
