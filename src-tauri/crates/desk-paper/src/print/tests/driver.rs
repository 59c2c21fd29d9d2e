//! Drivers' descriptions of printers (Adobe PPD 4.3), for a print system that
//! serves programs of another system: these print PostScript and ask the
//! description what the printer can do.

/// What a description says of its printer.
pub(super) struct Driver {
    /// Whether it prints both sides.
    pub(super) duplex: bool,
    /// Its paper: name, width and height in points. Exact ones, for printers
    /// refuse sheets that are a tenth of a millimetre off.
    pub(super) paper: (&'static str, f64, f64),
}

impl Driver {
    /// An office printer as most are.
    pub(super) const OFFICE: Self = Self {
        duplex: true,
        paper: ("A4", 595.2756, 841.8898),
    };

    /// The description, as the print system keeps it.
    pub(super) fn description(&self) -> String {
        let (paper, width, height) = self.paper;
        let sides = if self.duplex { SIDES } else { "" };
        format!(
            "*PPD-Adobe: \"4.3\"\n*FormatVersion: \"4.3\"\n*FileVersion: \"1.0\"\n\
             *LanguageVersion: English\n*LanguageEncoding: ISOLatin1\n*PCFileName: \"OFFICE.PPD\"\n\
             *Manufacturer: \"Office\"\n*Product: \"(Office)\"\n*ModelName: \"Office\"\n\
             *ShortNickName: \"Office\"\n*NickName: \"Office\"\n*PSVersion: \"(3010.000) 0\"\n\
             *LanguageLevel: \"3\"\n*ColorDevice: True\n*DefaultColorSpace: RGB\n*FileSystem: False\n\
             *Throughput: \"20\"\n*LandscapeOrientation: Plus90\n*TTRasterizer: Type42\n\
             *cupsFilter: \"application/postscript 0 -\"\n*DefaultResolution: 300dpi\n\
             *OpenUI *PageSize/Media Size: PickOne\n*OrderDependency: 10 AnySetup *PageSize\n\
             *DefaultPageSize: {paper}\n\
             *PageSize {paper}/{paper}: \"<</PageSize[{width} {height}]/ImagingBBox null>>setpagedevice\"\n\
             *CloseUI: *PageSize\n\
             *OpenUI *PageRegion: PickOne\n*OrderDependency: 10 AnySetup *PageRegion\n\
             *DefaultPageRegion: {paper}\n\
             *PageRegion {paper}/{paper}: \"<</PageSize[{width} {height}]/ImagingBBox null>>setpagedevice\"\n\
             *CloseUI: *PageRegion\n\
             *DefaultImageableArea: {paper}\n*ImageableArea {paper}: \"12 12 {right} {top}\"\n\
             *DefaultPaperDimension: {paper}\n*PaperDimension {paper}: \"{width} {height}\"\n\
             {sides}*DefaultFont: Courier\n*Font Courier: Standard \"(002.004S)\" Standard ROM\n",
            right = width - 12.0,
            top = height - 12.0,
        )
    }
}

const SIDES: &str = "*OpenUI *Duplex/Two-Sided: PickOne\n*OrderDependency: 20 AnySetup *Duplex\n\
    *DefaultDuplex: None\n\
    *Duplex None/Off: \"<</Duplex false>>setpagedevice\"\n\
    *Duplex DuplexNoTumble/Long edge: \"<</Duplex true/Tumble false>>setpagedevice\"\n\
    *Duplex DuplexTumble/Short edge: \"<</Duplex true/Tumble true>>setpagedevice\"\n\
    *CloseUI: *Duplex\n";
