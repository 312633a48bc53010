import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Checks PDF files against PDF/A-2a and PDF/UA-1 with veraPDF's own library; a line for each rule that a file breaks, then the number of checks. */
public class VeraPdf {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var foundry = Foundries.defaultInstance();
    int checks = 0;
    for (String file : files) {
      for (var flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
        try (InputStream in = new FileInputStream(file); var parser = foundry.createParser(in, flavour)) {
          var result = foundry.createValidator(flavour, false).validate(parser);
          var broken = new TreeSet<String>();
          for (var one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) broken.add(one.getRuleId().getClause() + " " + one.getMessage());
          }
          if (!result.isCompliant()) System.out.println("BROKEN " + new File(file).getName() + " " + flavour + " " + broken);
          checks += 1;
        }
      }
    }
    System.out.println("CHECKED " + checks);
  }
}
