@echo off
rem Starts the Maven that .mvn\wrapper\maven-wrapper.properties pins; the first start fetches it into %USERPROFILE%\.m2\wrapper.
setlocal

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME:"=%\bin\java"
"%java%" --list-modules 2>nul | findstr /r /b "jdk\.compiler@1[7-9] jdk\.compiler@[2-9][0-9]" >nul
rem on one line: in a block, a parenthesis in the path would end the block
if errorlevel 1 echo mvnw: a JDK 17 or newer is needed, and '%java%' is none: install one, or let JAVA_HOME name its folder.>&2& exit /b 1

set "wrapper=%~dp0.mvn\wrapper"
for /f "usebackq tokens=1,* delims==" %%a in ("%wrapper%\maven-wrapper.properties") do (
  if "%%a"=="distributionUrl" set "url=%%b"
  if "%%a"=="distributionSha512Sum" set "sum=%%b"
)

set "name=%url:*/apache-maven-=apache-maven-%"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "maven=%MAVEN_USER_HOME%\wrapper\dists\%name:-bin.zip=%-%sum:~0,12%"
if not exist "%maven%\bin\mvn.cmd" (
  "%java%" "%wrapper%\FetchMaven.java" "%url%" "%sum%" "%maven%" || exit /b 1
)
"%maven%\bin\mvn.cmd" %*
