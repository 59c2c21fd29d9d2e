//! What gives way when a device cannot do what is wished.

use desk_intake::source::{
    Capabilities, Colour, Compromise, Feed, FeedCapabilities, Profile, Resolutions, SheetSize,
};

fn place(feed: Feed) -> FeedCapabilities {
    FeedCapabilities {
        feed,
        resolutions: Resolutions::Listed(vec![75, 200, 300]),
        colours: vec![Colour::Colour, Colour::Grey],
        largest: Some(SheetSize {
            width: 2159,
            height: 2970,
        }),
    }
}

fn device(feeds: &[Feed]) -> Capabilities {
    Capabilities {
        feeds: feeds.iter().copied().map(place).collect(),
    }
}

#[test]
fn a_device_that_can_do_all_is_asked_for_all() {
    let device = device(&[Feed::Flatbed, Feed::Feeder, Feed::Duplex]);
    for profile in Profile::ALL {
        let fitted = profile.fit(&device);
        assert_eq!(fitted.settings, profile.wish());
        assert_eq!(fitted.compromises, []);
    }
}

#[test]
fn a_licence_is_scanned_in_colour_at_300_dpi_from_the_glass() {
    let wish = Profile::Licence.wish();
    assert_eq!(
        (wish.feed, wish.dpi, wish.colour),
        (Feed::Flatbed, 300, Colour::Colour)
    );
    assert_eq!(wish.size, SheetSize::A4);
    assert_eq!(Profile::IdCard.scans(), 2, "a card has two sides");
}

#[test]
fn without_a_feeder_the_glass_is_taken_and_that_is_told() {
    let fitted = Profile::Signed.fit(&device(&[Feed::Flatbed]));
    assert_eq!(fitted.settings.feed, Feed::Flatbed);
    assert_eq!(fitted.compromises, [Compromise::FeederAbsent]);
}

#[test]
fn a_feeder_of_one_side_and_a_device_without_glass_are_told() {
    let fitted = Profile::Signed.fit(&device(&[Feed::Flatbed, Feed::Feeder]));
    assert_eq!(fitted.settings.feed, Feed::Feeder);
    assert_eq!(fitted.compromises, [Compromise::DuplexAbsent]);
    let fitted = Profile::Licence.fit(&device(&[Feed::Feeder]));
    assert_eq!(fitted.settings.feed, Feed::Feeder);
    assert_eq!(fitted.compromises, [Compromise::FlatbedAbsent]);
}

#[test]
fn the_nearest_resolution_the_best_colours_and_the_size_that_fits_are_taken() {
    let mut device = device(&[Feed::Flatbed]);
    device.feeds[0].resolutions = Resolutions::Between(100, 240);
    device.feeds[0].colours = vec![Colour::Grey, Colour::BlackWhite];
    device.feeds[0].largest = Some(SheetSize {
        width: 1500,
        height: 2965,
    });
    let fitted = Profile::Licence.fit(&device);
    assert_eq!(
        (fitted.settings.dpi, fitted.settings.colour),
        (240, Colour::Grey)
    );
    assert_eq!(
        (fitted.settings.size.width, fitted.settings.size.height),
        (1500, 2965)
    );
    let expected = [
        Compromise::Resolution {
            wished: 300,
            taken: 240,
        },
        Compromise::ColourAbsent,
        Compromise::Cut {
            width: 150,
            height: 296,
        },
    ];
    assert_eq!(fitted.compromises, expected);
}

#[test]
fn half_a_millimetre_less_than_a4_is_not_worth_a_word() {
    let mut device = device(&[Feed::Flatbed]);
    device.feeds[0].largest = Some(SheetSize {
        width: 2095,
        height: 2965,
    });
    assert_eq!(Profile::Licence.fit(&device).compromises, []);
}

#[test]
fn a_place_without_settings_takes_the_wish_as_it_is() {
    let fitted = Profile::Licence.fit(&Capabilities::default());
    assert_eq!(
        (fitted.settings, fitted.compromises.len()),
        (Profile::Licence.wish(), 0)
    );
}
