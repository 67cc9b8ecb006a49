import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** ComparableVersion of maven-artifact, which takes any text for a version. */
public class Maven {
    public static void main(String[] args) throws Exception {
        StringBuilder verdicts = new StringBuilder();
        for (String line : (Iterable<String>) new BufferedReader(new InputStreamReader(System.in, "UTF-8")).lines()::iterator) {
            String[] pair = line.split("\t", -1);
            int order = new ComparableVersion(pair[0]).compareTo(new ComparableVersion(pair[1]));
            verdicts.append(Integer.signum(order)).append('\n');
        }
        System.out.print(verdicts);
    }
}
