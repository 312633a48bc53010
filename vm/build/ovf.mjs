// The OVF descriptor: ovf.mjs NAME DISK_BYTES FILE_BYTES CPUS MEMORY_MB. Generic hardware only (OVF 1.0, DSP0243), so that VirtualBox, VMware and Proxmox read it.
const [name, capacity, size, cpus, memory] = process.argv.slice(2);

/** Elements of a RASD item stand in alphabetical order: the schema is a sequence. */
const item = (fields) => {
  const lines = Object.entries(fields)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `        <rasd:${key}>${value}</rasd:${key}>`);
  return `      <Item>\n${lines.join('\n')}\n      </Item>`;
};

const items = [
  { InstanceID: 1, ResourceType: 3, ElementName: `${cpus} processors`, VirtualQuantity: cpus },
  {
    InstanceID: 2,
    ResourceType: 4,
    ElementName: `${memory} MB of memory`,
    AllocationUnits: 'byte * 2^20',
    VirtualQuantity: memory,
  },
  { InstanceID: 3, ResourceType: 20, ResourceSubType: 'AHCI', ElementName: 'SATA controller', Address: 0 },
  {
    InstanceID: 4,
    ResourceType: 17,
    ElementName: 'disk',
    Parent: 3,
    AddressOnParent: 0,
    HostResource: 'ovf:/disk/vmdisk1',
  },
  {
    InstanceID: 5,
    ResourceType: 10,
    ResourceSubType: 'E1000',
    ElementName: 'network card',
    AutomaticAllocation: true,
    Connection: 'Bridged',
  },
];

console.log(`<?xml version="1.0" encoding="UTF-8"?>
<Envelope ovf:version="1.0" xml:lang="fr" xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1" xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData" xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData">
  <References>
    <File ovf:id="file1" ovf:href="${name}-disk1.vmdk" ovf:size="${size}"/>
  </References>
  <DiskSection>
    <Info>Disks</Info>
    <Disk ovf:diskId="vmdisk1" ovf:fileRef="file1" ovf:capacity="${capacity}" ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/>
  </DiskSection>
  <NetworkSection>
    <Info>Networks</Info>
    <Network ovf:name="Bridged">
      <Description>The company's own network</Description>
    </Network>
  </NetworkSection>
  <VirtualSystem ovf:id="vivier">
    <Info>Vivier</Info>
    <Name>Vivier</Name>
    <ProductSection>
      <Info>Product</Info>
      <Product>Vivier</Product>
      <Vendor>The Vivier authors</Vendor>
      <Version>${process.env.VIVIER_VERSION ?? '0.0.0'}</Version>
      <FullVersion>${process.env.VIVIER_VERSION ?? '0.0.0'}</FullVersion>
    </ProductSection>
    <AnnotationSection>
      <Info>After the start</Info>
      <Annotation>Démarrez la machine : son écran montre l’adresse à ouvrir dans un navigateur. Start the machine: its screen shows the address to open in a browser.</Annotation>
    </AnnotationSection>
    <OperatingSystemSection ovf:id="96">
      <Info>Debian 13, 64 bit</Info>
      <Description>Debian_64</Description>
    </OperatingSystemSection>
    <VirtualHardwareSection>
      <Info>Hardware</Info>
      <System>
        <vssd:ElementName>Virtual hardware</vssd:ElementName>
        <vssd:InstanceID>0</vssd:InstanceID>
        <vssd:VirtualSystemIdentifier>vivier</vssd:VirtualSystemIdentifier>
        <vssd:VirtualSystemType>virtualbox-2.2 vmx-10</vssd:VirtualSystemType>
      </System>
${items.map(item).join('\n')}
    </VirtualHardwareSection>
  </VirtualSystem>
</Envelope>`);
