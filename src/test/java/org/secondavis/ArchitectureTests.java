package org.secondavis;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.persistence.Entity;
import org.jspecify.annotations.NullMarked;

import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.Targets;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules to which all code keeps. */
@AnalyzeClasses(packagesOf = SecondAvisApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/** At most this share of the types may be seen from outside their module. */
	private static final double PUBLIC_SHARE = 0.4;

	@ArchTest
	static final ArchRule timeIsADependency = noClasses().should()
		.callMethodWhere(
				DescribedPredicate.describe("asks the machine for the time", ArchitectureTests::asksForTheTime));

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class)
		.orShould()
		.beAnnotatedWith("jakarta.inject.Inject")
		.orShould()
		.beAnnotatedWith("jakarta.annotation.Resource");

	@ArchTest
	static final ArchRule settingsStandInRecords = noClasses().should()
		.dependOnClassesThat()
		.areAssignableTo(Value.class);

	/** Kept, they would grow old: administrators change them. */
	@ArchTest
	static final ArchRule factsAreAskedForEachTime = noFields().that()
		.areDeclaredInClassesThat()
		.resideOutsideOfPackages("org.secondavis.clinic", "org.secondavis.settings")
		.and()
		.areDeclaredInClassesThat()
		.areNotRecords()
		.should()
		.haveRawType(Clinic.class)
		.orShould()
		.haveRawType(Targets.class);

	@ArchTest
	static final ArchRule nobodyWritesToTheConsole = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule nobodyUsesTheLoggingOfTheJdk = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

	@ArchTest
	static final ArchRule nobodyUsesJodaTime = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JODATIME;

	@ArchTest
	static final ArchRule controllersAreTheirModulesOwn = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.or()
		.areMetaAnnotatedWith(ControllerAdvice.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule entitiesHaveNoSetters = methods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameNotStartingWith("set");

	@ArchTest
	static final ArchRule beansHaveOneConstructor = constructors().should().notBeAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule whatIsPublicIsUsedByAnotherModule = classes().that()
		.arePublic()
		.and(DescribedPredicate.describe("stand on top level", JavaClass::isTopLevelClass))
		.and(DescribedPredicate.describe("start no application",
				(type) -> type.tryGetMethod("main", String[].class).isEmpty()))
		.should(beNeededElsewhere());

	@ArchTest
	static void modulesUseEachOtherAsDeclared(JavaClasses classes) {
		ApplicationModules.of(SecondAvisApplication.class).verify();
	}

	@ArchTest
	static void nullIsTheExceptionInEveryPackage(JavaClasses classes) {
		JavaPackage root = classes.getPackage(SecondAvisApplication.class.getPackageName());
		assertThat(root.getSubpackagesInTree()).filteredOn((module) -> !module.getClasses().isEmpty())
			.allSatisfy((module) -> assertThat(module.isAnnotatedWith(NullMarked.class)).as(module.getName()).isTrue());
	}

	/** What is not public can change without anybody noticing. */
	@ArchTest
	static void mostTypesAreTheirModulesOwn(JavaClasses classes) {
		long all = types(classes).count();
		long seen = types(classes).filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();
		assertThat((double) seen / all).as("%d of %d types are public", seen, all).isLessThanOrEqualTo(PUBLIC_SHARE);
	}

	private static Stream<JavaClass> types(JavaClasses classes) {
		return classes.stream()
			.filter((type) -> !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"));
	}

	private static boolean asksForTheTime(JavaMethodCall call) {
		JavaClass owner = call.getTargetOwner();
		String name = call.getName();
		if (owner.isEquivalentTo(Clock.class)) {
			return name.startsWith("system") && !call.getOriginOwner().getSimpleName().equals("ClinicConfiguration");
		}
		if (owner.isEquivalentTo(System.class)) {
			return name.equals("currentTimeMillis");
		}
		return owner.getPackageName().equals("java.time") && name.equals("now")
				&& call.getTarget()
					.getRawParameterTypes()
					.stream()
					.noneMatch((type) -> type.isEquivalentTo(Clock.class));
	}

	private static ArchCondition<JavaClass> beNeededElsewhere() {
		return new ArchCondition<>("be used by another module, or by what is public in their own") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean needed = type.getDirectDependenciesToSelf()
					.stream()
					.map((dependency) -> dependency.getOriginClass())
					.anyMatch((user) -> !user.getPackageName().equals(type.getPackageName()))
						|| standsInAPublicSignature(type);
				events.add(new SimpleConditionEvent(type, needed, type.getName() + " could be package-private"));
			}

		};
	}

	private static boolean standsInAPublicSignature(JavaClass type) {
		return type.getPackage()
			.getClasses()
			.stream()
			.filter((other) -> !other.equals(type) && other.getModifiers().contains(JavaModifier.PUBLIC))
			.flatMap((other) -> Stream.concat(other.getMethods().stream(), other.getConstructors().stream()))
			.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC))
			.anyMatch((member) -> signature(member).contains(type));
	}

	private static Set<JavaClass> signature(JavaMember member) {
		return member.getAllInvolvedRawTypes();
	}

}
