using System.Collections.Frozen;

namespace HomeOps.Talos.Templates;

/// <summary>A field of a Go struct: the key it is written as, and the struct behind it, empty when there is none.</summary>
internal sealed record GoField(string Key, string Type);

/// <summary>
/// The Go names of the main document, by which templates take its values. Names and keys only, of siderolabs/talos v1.13,
/// pkg/machinery/config/types/v1alpha1/v1alpha1_types.go (MPL-2.0). What holds secrets is left out, so that no finding can show one.
/// </summary>
internal static class GoNames
{
    private const string Table = """
        Config: ConfigVersion=version ConfigDebug=debug ConfigPersist=persist MachineConfig=machine:MachineConfig ClusterConfig=cluster:ClusterConfig
        MachineConfig: MachineType=type MachineCertSANs=certSANs MachineControlPlane=controlPlane:MachineControlPlaneConfig
          MachineKubelet=kubelet:KubeletConfig MachinePods=pods MachineNetwork=network:NetworkConfig MachineDisks=disks:MachineDisk
          MachineInstall=install:InstallConfig MachineFiles=files:MachineFile MachineEnv=env MachineTime=time:TimeConfig MachineSysctls=sysctls
          MachineSysfs=sysfs MachineRegistries=registries:RegistriesConfig MachineSystemDiskEncryption=systemDiskEncryption:SystemDiskEncryptionConfig
          MachineFeatures=features:FeaturesConfig MachineUdev=udev:UdevConfig MachineLogging=logging:LoggingConfig MachineKernel=kernel:KernelConfig
          MachineSeccompProfiles=seccompProfiles:MachineSeccompProfile MachineBaseRuntimeSpecOverrides=baseRuntimeSpecOverrides
          MachineNodeLabels=nodeLabels MachineNodeAnnotations=nodeAnnotations MachineNodeTaints=nodeTaints
        ClusterConfig: ClusterID=id ControlPlane=controlPlane:ControlPlaneConfig ClusterName=clusterName
          ClusterNetwork=network:ClusterNetworkConfig
          APIServerConfig=apiServer:APIServerConfig
          ControllerManagerConfig=controllerManager:ControllerManagerConfig ProxyConfig=proxy:ProxyConfig SchedulerConfig=scheduler:SchedulerConfig
          ClusterDiscoveryConfig=discovery:ClusterDiscoveryConfig EtcdConfig=etcd:EtcdConfig CoreDNSConfig=coreDNS:CoreDNS
          ExternalCloudProviderConfig=externalCloudProvider:ExternalCloudProviderConfig ExtraManifests=extraManifests
          ExtraManifestHeaders=extraManifestHeaders ClusterInlineManifests=inlineManifests:ClusterInlineManifest
          AdminKubeconfigConfig=adminKubeconfig:AdminKubeconfigConfig AllowSchedulingOnMasters=allowSchedulingOnMasters
          AllowSchedulingOnControlPlanes=allowSchedulingOnControlPlanes
        MachineControlPlaneConfig: MachineControllerManager=controllerManager:MachineControllerManagerConfig
          MachineScheduler=scheduler:MachineSchedulerConfig
        KubeletConfig: KubeletImage=image KubeletClusterDNS=clusterDNS KubeletExtraArgs=extraArgs KubeletExtraMounts=extraMounts:ExtraMount
          KubeletExtraConfig=extraConfig KubeletCredentialProviderConfig=credentialProviderConfig
          KubeletDefaultRuntimeSeccompProfileEnabled=defaultRuntimeSeccompProfileEnabled KubeletRegisterWithFQDN=registerWithFQDN
          KubeletNodeIP=nodeIP:KubeletNodeIPConfig KubeletSkipNodeRegistration=skipNodeRegistration
          KubeletDisableManifestsDirectory=disableManifestsDirectory
        NetworkConfig: NetworkHostname=hostname NetworkInterfaces=interfaces:Device NameServers=nameservers Searches=searchDomains
          ExtraHostEntries=extraHostEntries:ExtraHost NetworkKubeSpan=kubespan:NetworkKubeSpan NetworkDisableSearchDomain=disableSearchDomain
        MachineDisk: DeviceName=device DiskPartitions=partitions:DiskPartition
        InstallConfig: InstallDisk=disk InstallDiskSelector=diskSelector:InstallDiskSelector InstallExtraKernelArgs=extraKernelArgs InstallImage=image
          InstallExtensions=extensions:InstallExtensionConfig InstallBootloader=bootloader InstallWipe=wipe InstallLegacyBIOSSupport=legacyBIOSSupport
          InstallGrubUseUKICmdline=grubUseUKICmdline
        MachineFile: FileContent=content FilePermissions=permissions FilePath=path FileOp=op
        TimeConfig: TimeDisabled=disabled TimeServers=servers TimeBootTimeout=bootTimeout
        RegistriesConfig: RegistryMirrors=mirrors:RegistryMirrorConfig RegistryConfig=config:RegistryConfig
        SystemDiskEncryptionConfig: StatePartition=state:EncryptionConfig EphemeralPartition=ephemeral:EncryptionConfig
        FeaturesConfig: RBAC=rbac StableHostname=stableHostname KubernetesTalosAPIAccessConfig=kubernetesTalosAPIAccess:KubernetesTalosAPIAccessConfig
          ApidCheckExtKeyUsage=apidCheckExtKeyUsage DiskQuotaSupport=diskQuotaSupport KubePrismSupport=kubePrism:KubePrism
          HostDNSSupport=hostDNS:HostDNSConfig ImageCacheSupport=imageCache:ImageCacheConfig FeatureNodeAddressSortAlgorithm=nodeAddressSortAlgorithm
        UdevConfig: UdevRules=rules
        LoggingConfig: LoggingDestinations=destinations:LoggingDestination
        KernelConfig: KernelModules=modules:KernelModuleConfig
        MachineSeccompProfile: MachineSeccompProfileName=name MachineSeccompProfileValue=value
        ControlPlaneConfig: Endpoint=endpoint LocalAPIServerPort=localAPIServerPort
        ClusterNetworkConfig: CNI=cni:CNIConfig DNSDomain=dnsDomain PodSubnet=podSubnets ServiceSubnet=serviceSubnets
        APIServerConfig: ContainerImage=image ExtraArgsConfig=extraArgs ExtraVolumesConfig=extraVolumes:VolumeMountConfig EnvConfig=env
          ExtraCertSANs=certSANs DisablePodSecurityPolicyConfig=disablePodSecurityPolicy AdmissionControlConfig=admissionControl:AdmissionPluginConfig
          AuditPolicyConfig=auditPolicy ResourcesConfig=resources:ResourcesConfig
          AuthorizationConfigConfig=authorizationConfig:AuthorizationConfigAuthorizerConfig
        ControllerManagerConfig: ContainerImage=image ExtraArgsConfig=extraArgs ExtraVolumesConfig=extraVolumes:VolumeMountConfig EnvConfig=env
          ResourcesConfig=resources:ResourcesConfig
        ProxyConfig: Disabled=disabled ContainerImage=image ModeConfig=mode ExtraArgsConfig=extraArgs
        SchedulerConfig: ContainerImage=image ExtraArgsConfig=extraArgs ExtraVolumesConfig=extraVolumes:VolumeMountConfig EnvConfig=env
          ResourcesConfig=resources:ResourcesConfig SchedulerConfig=config
        ClusterDiscoveryConfig: DiscoveryEnabled=enabled DiscoveryRegistries=registries:DiscoveryRegistriesConfig
        EtcdConfig: ContainerImage=image EtcdExtraArgs=extraArgs EtcdSubnet=subnet EtcdAdvertisedSubnets=advertisedSubnets
          EtcdListenSubnets=listenSubnets
        CoreDNS: CoreDNSDisabled=disabled CoreDNSImage=image
        ExternalCloudProviderConfig: ExternalEnabled=enabled ExternalManifests=manifests
        ClusterInlineManifest: InlineManifestName=name InlineManifestContents=contents
        AdminKubeconfigConfig: AdminKubeconfigCertLifetime=certLifetime
        MachineControllerManagerConfig: MachineControllerManagerDisabled=disabled
        MachineSchedulerConfig: MachineSchedulerDisabled=disabled
        ExtraMount: Destination=destination Type=type Source=source Options=options UIDMappings=uidMappings:LinuxIDMapping
          GIDMappings=gidMappings:LinuxIDMapping
        KubeletNodeIPConfig: KubeletNodeIPValidSubnets=validSubnets
        Device: DeviceInterface=interface DeviceSelector=deviceSelector:NetworkDeviceSelector DeviceAddresses=addresses DeviceCIDR=cidr
          DeviceRoutes=routes:Route DeviceBond=bond:Bond DeviceBridge=bridge:Bridge DeviceBridgePort=bridgePort:BridgePort DeviceVlans=vlans:Vlan
          DeviceMTU=mtu DeviceDHCP=dhcp DeviceIgnore=ignore DeviceDummy=dummy DeviceDHCPOptions=dhcpOptions:DHCPOptions
          DeviceWireguardConfig=wireguard:DeviceWireguardConfig DeviceVIPConfig=vip:DeviceVIPConfig
        ExtraHost: HostIP=ip HostAliases=aliases
        NetworkKubeSpan: KubeSpanEnabled=enabled KubeSpanAdvertiseKubernetesNetworks=advertiseKubernetesNetworks
          KubeSpanAllowDownPeerBypass=allowDownPeerBypass KubeSpanHarvestExtraEndpoints=harvestExtraEndpoints KubeSpanMTU=mtu
          KubeSpanFilters=filters:KubeSpanFilters
        DiskPartition: DiskSize=size DiskMountPoint=mountpoint
        InstallDiskSelector: Size=size Name=name Model=model Serial=serial Modalias=modalias UUID=uuid WWID=wwid Type=type BusPath=busPath
        InstallExtensionConfig: ExtensionImage=image
        RegistryMirrorConfig: MirrorEndpoints=endpoints MirrorOverridePath=overridePath MirrorSkipFallback=skipFallback
        RegistryConfig: RegistryTLS=tls:RegistryTLSConfig RegistryAuth=auth:RegistryAuthConfig
        EncryptionConfig: EncryptionProvider=provider EncryptionKeys=keys:EncryptionKey EncryptionCipher=cipher EncryptionKeySize=keySize
          EncryptionBlockSize=blockSize EncryptionPerfOptions=options
        KubernetesTalosAPIAccessConfig: AccessEnabled=enabled AccessAllowedRoles=allowedRoles
          AccessAllowedKubernetesNamespaces=allowedKubernetesNamespaces
        KubePrism: ServerEnabled=enabled ServerPort=port
        HostDNSConfig: HostDNSConfigEnabled=enabled HostDNSForwardKubeDNSToHost=forwardKubeDNSToHost HostDNSResolveMemberNames=resolveMemberNames
        ImageCacheConfig: CacheLocalEnabled=localEnabled
        LoggingDestination: LoggingEndpoint=endpoint LoggingFormat=format LoggingExtraTags=extraTags
        KernelModuleConfig: ModuleName=name ModuleParameters=parameters
        CNIConfig: CNIName=name CNIUrls=urls CNIFlannel=flannel:FlannelCNIConfig
        VolumeMountConfig: VolumeHostPath=hostPath VolumeMountPath=mountPath VolumeReadOnly=readonly
        AdmissionPluginConfig: PluginName=name PluginConfiguration=configuration
        ResourcesConfig: Requests=requests Limits=limits
        AuthorizationConfigAuthorizerConfig: AuthorizerType=type AuthorizerName=name AuthorizerWebhook=webhook
        DiscoveryRegistriesConfig: RegistryKubernetes=kubernetes:RegistryKubernetesConfig RegistryService=service:RegistryServiceConfig
        LinuxIDMapping: ContainerID=containerID HostID=hostID Size=size
        NetworkDeviceSelector: NetworkDeviceBus=busPath NetworkDeviceHardwareAddress=hardwareAddr NetworkDevicePermanentAddress=permanentAddr
          NetworkDevicePCIID=pciID NetworkDeviceKernelDriver=driver NetworkDevicePhysical=physical
        Route: RouteNetwork=network RouteGateway=gateway RouteSource=source RouteMetric=metric RouteMTU=mtu
        Bond: BondInterfaces=interfaces BondDeviceSelectors=deviceSelectors:NetworkDeviceSelector BondARPIPTarget=arpIPTarget BondMode=mode
          BondHashPolicy=xmitHashPolicy BondLACPRate=lacpRate BondADActorSystem=adActorSystem BondARPValidate=arpValidate
          BondARPAllTargets=arpAllTargets BondPrimary=primary BondPrimaryReselect=primaryReselect BondFailOverMac=failOverMac BondADSelect=adSelect
          BondMIIMon=miimon BondUpDelay=updelay BondDownDelay=downdelay BondARPInterval=arpInterval BondResendIGMP=resendIgmp BondMinLinks=minLinks
          BondLPInterval=lpInterval BondPacketsPerSlave=packetsPerSlave BondNumPeerNotif=numPeerNotif BondTLBDynamicLB=tlbDynamicLb
          BondAllSlavesActive=allSlavesActive BondUseCarrier=useCarrier BondADActorSysPrio=adActorSysPrio BondADUserPortKey=adUserPortKey
          BondPeerNotifyDelay=peerNotifyDelay
        Bridge: BridgedInterfaces=interfaces BridgeSTP=stp:STP BridgeVLAN=vlan:BridgeVLAN
        BridgePort: BridgePortMaster=master
        Vlan: VlanAddresses=addresses VlanCIDR=cidr VlanRoutes=routes:Route VlanDHCP=dhcp VlanID=vlanId VlanMTU=mtu VlanVIP=vip:DeviceVIPConfig
          VlanDHCPOptions=dhcpOptions:DHCPOptions
        DHCPOptions: DHCPRouteMetric=routeMetric DHCPIPv4=ipv4 DHCPIPv6=ipv6 DHCPDUIDv6=duidv6
        DeviceWireguardConfig: WireguardListenPort=listenPort WireguardFirewallMark=firewallMark
          WireguardPeers=peers:DeviceWireguardPeer
        DeviceVIPConfig: SharedIP=ip
        KubeSpanFilters: KubeSpanFiltersEndpoints=endpoints KubeSpanFiltersExcludeAdvertisedNetworks=excludeAdvertisedNetworks
        RegistryTLSConfig: TLSCA=ca TLSInsecureSkipVerify=insecureSkipVerify
        RegistryAuthConfig: RegistryUsername=username
        EncryptionKey: KeyNodeID=nodeID KeyKMS=kms:EncryptionKeyKMS KeySlot=slot KeyTPM=tpm:EncryptionKeyTPM
        FlannelCNIConfig: FlanneldExtraArgs=extraArgs FlannelKubeNetworkPoliciesEnabled=kubeNetworkPoliciesEnabled
        RegistryKubernetesConfig: RegistryDisabled=disabled
        RegistryServiceConfig: RegistryDisabled=disabled RegistryEndpoint=endpoint
        STP: STPEnabled=enabled
        BridgeVLAN: BridgeVLANFiltering=vlanFiltering
        DeviceWireguardPeer: WireguardPublicKey=publicKey WireguardEndpoint=endpoint WireguardPersistentKeepaliveInterval=persistentKeepaliveInterval
          WireguardAllowedIPs=allowedIPs
        EncryptionKeyKMS: KMSEndpoint=endpoint
        EncryptionKeyTPM: TPMCheckSecurebootStatusOnEnroll=checkSecurebootStatusOnEnroll
        """;

    private static readonly FrozenDictionary<string, FrozenDictionary<string, GoField>> Types = Read();

    /// <summary>The fields of a struct by their Go names.</summary>
    public static FrozenDictionary<string, GoField> Of(string type) => Types[type];

    private static FrozenDictionary<string, FrozenDictionary<string, GoField>> Read()
    {
        var types = new Dictionary<string, Dictionary<string, GoField>>(StringComparer.Ordinal);
        Dictionary<string, GoField> fields = [];
        foreach (var word in Table.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':'))
            {
                fields = new Dictionary<string, GoField>(StringComparer.Ordinal);
                types.Add(word[..^1], fields);
                continue;
            }

            var parts = word.Split('=', ':');
            fields.Add(parts[0], new GoField(parts[1], parts.Length > 2 ? parts[2] : ""));
        }

        return types.ToFrozenDictionary(
            static t => t.Key,
            static t => t.Value.ToFrozenDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
