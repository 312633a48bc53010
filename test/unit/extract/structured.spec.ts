import { read, texts } from './support/read';

const HR_XML = `<?xml version="1.0" encoding="UTF-8"?>
<Resume xmlns="http://ns.hr-xml.org/2007-04-15" xml:lang="fr"><StructuredXMLResume>
 <ContactInfo><PersonName><GivenName>Camille</GivenName><FamilyName>Rousseau</FamilyName></PersonName>
  <ContactMethod><PostalAddress><CountryCode>FR</CountryCode><PostalCode>44000</PostalCode><Municipality>Nantes</Municipality>
   <DeliveryAddress><AddressLine>3 rue des Lilas</AddressLine></DeliveryAddress></PostalAddress></ContactMethod>
  <ContactMethod><Mobile><InternationalCountryCode>33</InternationalCountryCode><AreaCityCode>6</AreaCityCode><SubscriberNumber>39980001</SubscriberNumber></Mobile></ContactMethod>
  <ContactMethod><InternetEmailAddress>camille@example.com</InternetEmailAddress></ContactMethod></ContactInfo>
 <ExecutiveSummary>Dix ans de chantiers.</ExecutiveSummary>
 <EmploymentHistory><EmployerOrg><EmployerOrgName>Alterna</EmployerOrgName>
  <PositionHistory currentEmployer="true"><Title>Conductrice de travaux</Title><Description>Suivi&#10;Budgets</Description>
   <StartDate><YearMonth>2019-03</YearMonth></StartDate><EndDate><StringDate>current</StringDate></EndDate></PositionHistory>
  <PositionHistory><Title>Assistante</Title><StartDate><Year>2016</Year></StartDate><EndDate><AnyDate>2019-02-28</AnyDate></EndDate></PositionHistory>
 </EmployerOrg></EmploymentHistory>
 <EducationHistory><SchoolOrInstitution schoolType="university"><School><SchoolName>Université de Nantes</SchoolName></School>
  <Degree degreeType="masters"><DegreeName>Master</DegreeName><DegreeDate><Year>2016</Year></DegreeDate><DegreeMajor><Name>Génie civil</Name></DegreeMajor></Degree>
 </SchoolOrInstitution></EducationHistory>
 <Qualifications><Competency name="AutoCAD"/><Competency name="Planification"/></Qualifications>
 <Languages><Language><LanguageCode>en</LanguageCode><Comments>B2</Comments></Language></Languages>
 <LicensesAndCertifications><LicenseOrCertification><Name>CACES R482</Name><EffectiveDate><FirstIssuedDate><YearMonth>2020-05</YearMonth></FirstIssuedDate></EffectiveDate></LicenseOrCertification></LicensesAndCertifications>
</StructuredXMLResume></Resume>`;

const CAMILLE = {
  basics: {
    name: 'Camille Rousseau',
    email: 'camille@example.com',
    location: { address: '3 rue des Lilas', postalCode: '44000', city: 'Nantes', countryCode: 'FR' },
  },
};

describe('HR-XML', () => {
  it('is read into the shape of JSON Resume', async () => {
    const document = await read(HR_XML, 'cv.xml');
    expect(document.format).toBe('hr-xml');
    expect(document.structured).toMatchObject({
      ...CAMILLE,
      work: [
        {
          name: 'Alterna',
          position: 'Conductrice de travaux',
          startDate: '2019-03',
          current: true,
          highlights: ['Suivi', 'Budgets'],
        },
        { name: 'Alterna', position: 'Assistante', startDate: '2016', endDate: '2019-02-28' },
      ],
      education: [{ institution: 'Université de Nantes', studyType: 'Master', area: 'Génie civil', endDate: '2016' }],
      skills: [{ name: 'AutoCAD' }, { name: 'Planification' }],
      languages: [{ language: 'en', fluency: 'B2' }],
      certificates: [{ name: 'CACES R482', date: '2020-05' }],
    });
    expect(document.structured).toMatchObject({
      basics: { phone: '+33 6 39980001', summary: 'Dix ans de chantiers.' },
    });
    expect(texts(document)).toEqual(
      expect.arrayContaining(['Expérience professionnelle', 'Conductrice de travaux', '• Budgets']),
    );
  });

  it('is found inside a Candidate, too', async () => {
    const inner = HR_XML.slice(HR_XML.indexOf('<Resume'));
    const document = await read(`<Candidate xmlns="http://ns.hr-xml.org/2007-04-15">${inner}</Candidate>`, 'c.xml');
    expect(document).toMatchObject({ format: 'hr-xml', structured: CAMILLE });
  });
});

const CANDIDATE = {
  documentId: { value: '1' },
  person: {
    name: { formattedName: null, given: 'Camille', family: 'Rousseau' },
    communication: {
      address: { item: [{ line: '3 rue des Lilas', postalCode: '44000', city: 'Nantes', countryCode: 'FR' }] },
      phone: [{ formattedNumber: '+33 6 39 98 00 01' }],
      email: [{ address: 'camille@example.com' }],
      web: [{ url: 'https://example.com/camille', name: 'Site' }],
    },
  },
  profiles: [
    {
      executiveSummary: 'Ten years on building sites.',
      employment: [
        {
          organization: { name: 'Alterna' },
          start: '2016-01-01',
          end: 'null',
          current: true,
          positionHistories: [
            { title: 'Site manager', start: '2019-03-01', current: true, descriptions: ['Budgets'] },
            { title: 'Assistant' },
          ],
        },
      ],
      education: [
        {
          institution: { legalId: { value: 'Université de Nantes' } },
          end: '2016-06',
          educationDegrees: [{ name: 'Master', specializations: [{ name: 'Civil engineering' }] }],
        },
      ],
      qualifications: [{ competencyName: 'AutoCAD' }],
      certifications: [{ name: 'CACES', issuingAuthority: { name: 'INRS' }, issued: 'Fri Oct 04 11:36:37 GMT 2019' }],
    },
  ],
};

describe('HR-Open', () => {
  it.each([
    ['bare', CANDIDATE],
    ['named', { candidate: CANDIDATE }],
    ['in an envelope', { sessionToken: 'x', data: { documentType: 'CV', data: CANDIDATE } }],
  ])('a candidate %s is read into the shape of JSON Resume', async (_, data) => {
    const document = await read(JSON.stringify(data), 'c.json');
    expect(document.format).toBe('hr-open-json');
    expect(document.structured).toMatchObject({
      ...CAMILLE,
      work: [
        { name: 'Alterna', position: 'Site manager', startDate: '2019-03-01', current: true, highlights: ['Budgets'] },
        { name: 'Alterna', position: 'Assistant', startDate: '2016-01-01', current: true },
      ],
      education: [
        { institution: 'Université de Nantes', studyType: 'Master', area: 'Civil engineering', endDate: '2016-06' },
      ],
      skills: [{ name: 'AutoCAD' }],
      certificates: [{ name: 'CACES', issuer: 'INRS' }],
    });
  });

  it('leaves out what has another type than the standard’s', async () => {
    const odd = {
      person: { name: { given: ['x'], family: 'Rousseau' }, communication: 7 },
      profiles: { item: [null, 3, { employment: 'x', education: [[]] }] },
    };
    const document = await read(JSON.stringify(odd), 'c.json');
    expect(document.structured).toMatchObject({ basics: { name: 'Rousseau' } });
  });

  it('does not take any JSON with a person for a candidate', async () => {
    await expect(read('{"person": {"age": 3}}', 'c.json')).rejects.toMatchObject({ code: 'unknown-type' });
  });
});
