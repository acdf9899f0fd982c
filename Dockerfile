# Compiles Second Avis, spreads the jar into layers and records the classes of a start, so that the next ones are faster.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
# only where archive.apache.org is out of reach: the address of a Maven repository that has Maven itself
ARG MVNW_REPOURL
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp -q dependency:go-offline
COPY src src
RUN ./mvnw -B -ntp -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/second-avis-*.jar extract --layers --destination /layers --application-filename app.jar

FROM eclipse-temurin:25-jre AS layers
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/application/ ./

# The rehearsal ends before the application serves anybody; its clinic and its database do not exist.
FROM layers AS rehearsal
RUN export SECONDAVIS_ENCRYPTION_KEYS=rehearsal:$(head -c 32 /dev/urandom | base64) \
    SECONDAVIS_BASEURL=http://localhost SECONDAVIS_MAIL_FROM=nobody@localhost SECONDAVIS_MAIL_CLINIC=nobody@localhost \
    SECONDAVIS_CLINIC_NAME=- SECONDAVIS_CLINIC_PHONE=- SECONDAVIS_CLINIC_EMAIL=nobody@localhost \
    SECONDAVIS_CLINIC_ADDRESS=- SECONDAVIS_CLINIC_HOURS=- SECONDAVIS_CLINIC_PRICE=- \
    SPRING_MAIL_HOST=localhost SPRING_DATASOURCE_URL=jdbc:postgresql://localhost/rehearsal \
 && java -XX:AOTCacheOutput=app.aot -Xlog:aot*=error -Dspring.context.exit=onRefresh -Dlogging.level.root=error \
      -Dspring.flyway.enabled=false \
      -Dspring.session.jdbc.platform=postgresql \
      -Dspring.jpa.hibernate.ddl-auto=none \
      -Dspring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect \
      -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
      -jar app.jar

FROM layers
COPY --from=rehearsal /app/app.aot ./
ENV SPRING_THREADS_VIRTUAL_ENABLED=true \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
USER 10001:10001
EXPOSE 8080
# bash asks, because the image has neither curl nor wget
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-Xlog:aot*=error", "-jar", "app.jar"]
