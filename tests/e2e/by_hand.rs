//! Papers that a hand brings: photographs from a telephone, and what lies under
//! the camera of the desk.

use crate::office;
use desk_domain::paper::PaperKind;
use desk_tests::window::{css, test_id};
use std::fs;
use ureq::Agent;

/// Opens the page as the telephone's browser would, sends and says that it is done.
fn send_as_a_telephone(address: &str, photographs: &[Vec<u8>]) {
    let browser: Agent = Agent::config_builder().proxy(None).build().new_agent();
    let page = browser.get(address).call().unwrap();
    let cookie = page.headers()["set-cookie"].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap();
    for bytes in photographs {
        let send = browser.post(format!("{address}/page"));
        send.header("Cookie", cookie).send(&bytes[..]).unwrap();
    }
    let done = browser.post(format!("{address}/done"));
    done.header("Cookie", cookie).send_empty().unwrap();
}

#[test]
fn photographs_from_a_telephone_come_into_the_tray() {
    let (_desk, window) = office::without_papers();
    window.click(&test_id("papers-phone"));
    window.wait_for(&css(
        "[data-testid=phone-qr], [data-testid=phone-dialog] [data-testid=failure]",
    ));
    if window.sees(&test_id("failure")) {
        // A machine without a network has nothing that a telephone could reach.
        window.wait_for(&css("[data-testid=phone-dialog]"));
        assert!(window.read(&test_id("failure")).contains("网络"));
        window.quit();
        return;
    }
    window.wait_until("the code", office::PICTURES_STAND);
    window.screenshot("70-phone");
    assert!(window.read(&test_id("phone-privacy")).contains("没有加密"));
    let address = window.read(&test_id("phone-address"));
    let photographs = [PaperKind::Licence, PaperKind::IdPortrait]
        .map(|kind| fs::read(office::scanned(kind)).unwrap());
    send_as_a_telephone(&address, &photographs);
    window.wait_reads(&test_id("phone-received"), "已收到 2 张，都在资料里");
    window.wait_for(&test_id("phone-again"));
    window.screenshot("71-phone-received");
    window.click(&test_id("phone-close"));
    office::wait_for_papers(&window, 2);
    window.quit();
}

/// A drawing in the place of the desk's camera: the window, its video and its
/// photograph are the real ones.
const DRAWN_CAMERA: &str = "
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 960;
  const pen = canvas.getContext('2d');
  const draw = () => {
    pen.fillStyle = '#4a4038';
    pen.fillRect(0, 0, 1280, 960);
    pen.fillStyle = '#f4f2ea';
    pen.fillRect(240, 180, 800, 566);
    pen.fillStyle = '#222';
    pen.font = '48px sans-serif';
    pen.fillText(String(Date.now() % 10), 300, 300);
    requestAnimationFrame(draw);
  };
  draw();
  if (typeof canvas.captureStream !== 'function') { return 'captureStream' }
  const stream = canvas.captureStream(10);
  const devices = {
    getUserMedia: async () => stream,
    enumerateDevices: async () => [{ kind: 'videoinput', deviceId: 'desk', label: '高拍仪' }],
  };
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: devices });
  return ''";

#[test]
fn what_lies_under_the_camera_is_photographed_into_the_tray() {
    let (_desk, window) = office::without_papers();
    assert_eq!(window.script(DRAWN_CAMERA, &[]), "");
    window.click(&test_id("papers-camera"));
    window.wait_until(
        "the camera",
        "const shoot = document.querySelector('[data-testid=camera-shoot]');
         return shoot !== null && !shoot.disabled",
    );
    window.screenshot("72-camera");
    window.click(&test_id("camera-shoot"));
    window.wait_for(&test_id("camera-shot"));
    window.wait_until("the photograph", office::PICTURES_STAND);
    window.screenshot("73-camera-shot");
    window.click(&test_id("camera-take"));
    window.wait_for(&test_id("camera-shoot"));
    window.click(&test_id("camera-close"));
    office::wait_for_papers(&window, 1);
    window.quit();
}
