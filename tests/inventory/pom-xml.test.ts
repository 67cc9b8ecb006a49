import { testFormat } from './test-format.ts';

const NAMELESS = 'has no name, or one by a property that the file does not tell';

testFormat('maven', [
  {
    title: 'properties, a parent, managed versions, boms, plugins, profiles, ranges',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>com.acme</groupId>
    <artifactId>parent</artifactId>
    <version>7</version>
  </parent>
  <artifactId>app</artifactId>
  <version>1.10</version>
  <properties>
    <base.version>1.\${minor.version}</base.version>
    <minor.version>2.3</minor.version>
    <empty/>
    <round>\${round}</round>
  </properties>
  <dependencyManagement>
    <dependencies>
      <dependency><groupId>com.acme</groupId><artifactId>managed</artifactId><version>4.0</version></dependency>
      <dependency><groupId>com.acme</groupId><artifactId>unused</artifactId><version>5.0</version></dependency>
      <dependency><groupId>com.acme</groupId><artifactId>bom</artifactId><version>6.0</version><type>pom</type><scope>import</scope></dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency><groupId>com.acme</groupId><artifactId>base</artifactId><version>\${base.version}</version></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>sibling</artifactId><version>\${project.version}</version></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>managed</artifactId></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>range</artifactId><version>[1.0,2.0)</version></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>exact</artifactId><version>[3.1]</version></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>elsewhere</artifactId><version>\${told.elsewhere}</version></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>round</artifactId><version>\${round}</version></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>elder</artifactId><version>\${project.parent.version}</version></dependency>
    <dependency><groupId>com.acme</groupId></dependency>
    <dependency><groupId>\${no.group}</groupId><artifactId>x</artifactId></dependency>
    <dependency><groupId>\${other.group}</groupId><artifactId>x</artifactId></dependency>
    <dependency><groupId>org.junit</groupId><artifactId>junit</artifactId><version>5.13</version><scope>test</scope></dependency>
  </dependencies>
  <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><version>3.4</version></plugin></plugins></build>
  <profiles><profile><id>p</id><dependencies>
    <dependency><groupId>com.acme</groupId><artifactId>profiled</artifactId><version>9</version></dependency>
  </dependencies></profile></profiles>
</project>
`,
    used: [
      'pkg:maven/com.acme/base 1.2.3 direct',
      'pkg:maven/com.acme/bom 6.0 direct',
      'pkg:maven/com.acme/elder 7 direct',
      'pkg:maven/com.acme/elsewhere - direct',
      'pkg:maven/com.acme/exact 3.1 direct',
      'pkg:maven/com.acme/managed 4.0 direct',
      'pkg:maven/com.acme/parent 7 direct',
      'pkg:maven/com.acme/profiled 9 direct',
      'pkg:maven/com.acme/range - direct',
      'pkg:maven/com.acme/round - direct',
      'pkg:maven/com.acme/sibling 1.10 direct',
      'pkg:maven/com.acme/unused 5.0',
      'pkg:maven/org.apache.maven.plugins/maven-jar-plugin 3.4 direct dev',
      'pkg:maven/org.junit/junit 5.13 direct dev',
    ],
    skipped: [`\${no.group}:x: ${NAMELESS}`, `\${other.group}:x: ${NAMELESS}`, `com.acme:: ${NAMELESS}`],
  },
]);
